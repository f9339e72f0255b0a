/**
 * Maps items as they come, up to `width` at a time, and yields the results in the order of the items: each as soon as it
 * and all before it are there, without waiting for further items. Memory is bounded by `width`.
 */
export async function* mapInOrder<T, R>(
  source: AsyncIterable<T>,
  width: number,
  map: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const items = source[Symbol.asyncIterator]();
  const underWay: Promise<R>[] = [];
  let coming: Promise<IteratorResult<T>> | undefined = items.next();
  try {
    while (coming !== undefined || underWay.length > 0) {
      const mayTake = underWay.length < width ? coming : undefined;
      const head = underWay[0];
      const first = await Promise.race(
        [head?.then(() => 'result'), mayTake?.then(() => 'item')].filter((each) => each),
      );
      if (first === 'result') {
        yield await underWay.shift()!;
        continue;
      }
      const item: IteratorResult<T> = await coming!;
      coming = item.done ? undefined : items.next();
      if (!item.done) underWay.push(watched(map(item.value)));
    }
  } finally {
    coming?.catch(() => {});
    await items.return?.();
  }
}

/** A rejection counts when its turn comes to be yielded, not before. */
function watched<R>(promise: Promise<R>): Promise<R> {
  promise.catch(() => {});
  return promise;
}
