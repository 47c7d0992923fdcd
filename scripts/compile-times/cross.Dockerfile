FROM --platform=$BUILDPLATFORM compiler:latest AS build
ARG TARGETARCH
COPY compile.c .
RUN case "$TARGETARCH" in arm64) cc=aarch64-linux-gnu-gcc ;; *) cc=gcc ;; esac; \
    "$cc" -O2 -o /program compile.c -lm

FROM scratch
COPY --from=build /program /program
