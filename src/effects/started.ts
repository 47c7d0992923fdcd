// Work that goes on beside other work, until somebody needs what comes of it.

/** Work that has begun. */
export type Started<T> = {
  /**
   * Waits for its end.
   *
   * @throws what the work threw, to each caller
   */
  ready(): Promise<T>;
};

/** Keeps how the work ends. Whoever starts it has to call `ready()` somewhere. */
export function start<T>(work: Promise<T>): Started<T> {
  const end = work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  return {
    ready: async () => {
      const ended = await end;
      if ("error" in ended) throw ended.error;
      return ended.value;
    },
  };
}
