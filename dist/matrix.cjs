require("./index.cjs");
