import { useCallback, useEffect, useState } from "preact/hooks";
import { ApiError, get } from "./client";

export type Resource<T> = { data?: T; error?: ApiError; loading: boolean; reload: () => void };

/** Fetches while a view is shown; keeps the last answer on the screen while a newer one is on its way. */
export function useResource<T>(path: string | undefined, query?: Record<string, string | undefined>): Resource<T> {
  const [state, setState] = useState<{ path?: string; data?: T; error?: ApiError; loading: boolean }>({ loading: true });
  const [turn, setTurn] = useState(0);
  const key = path && path + JSON.stringify(query ?? {});

  useEffect(() => {
    if (!path) return undefined;
    const abort = new AbortController();
    setState((was) => ({ ...was, loading: true }));
    get<T>(path, query, abort.signal).then(
      (data) => setState({ path, data, loading: false }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setState((was) => ({ ...was, error: asApiError(error), loading: false }));
      },
    );
    return () => abort.abort();
  }, [key, turn]);

  const reload = useCallback(() => setTurn((n) => n + 1), []);
  // Data of another address would be a lie; data of another query is only a moment old.
  const data = state.path === path ? state.data : undefined;
  return { data, error: state.error, loading: state.loading, reload };
}

export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError(-1, "The page could not read the answer", error instanceof Error ? error.message : String(error));
}
