// Loaded into the step's process: writes down what CPU time it took by itself, in microseconds.
const { appendFileSync } = require("node:fs");

process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  appendFileSync(process.env.BENCH_OWN_CPU, `${user + system}\n`);
});
