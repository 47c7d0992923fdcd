FROM compiler:latest AS build
COPY compile.c .
RUN gcc -O2 -o /program compile.c -lm

FROM scratch
COPY --from=build /program /program
