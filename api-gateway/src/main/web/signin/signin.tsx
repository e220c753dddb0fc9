import { useState } from "preact/hooks";
import "./signin.css";
import { Mark } from "../app/mark";
import { signIn } from "../app/session";
import { asApiError } from "../api/resource";

const REFUSED = "This key is not valid here. It may have been revoked, or belong to another installation.";

export function SignIn({ onSignedIn, keyRefused }: { onSignedIn: () => void; keyRefused: boolean }) {
  const [key, setKey] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(keyRefused ? REFUSED : "");

  const submit = (event: Event) => {
    event.preventDefault();
    setBusy(true);
    signIn(key).then(onSignedIn, (cause: unknown) => {
      const error = asApiError(cause);
      setProblem(error.status === 401 || error.status === 403 ? REFUSED : error.message);
      setBusy(false);
    });
  };

  return (
    <div class="signin">
      <form onSubmit={submit} class="panel">
        <Mark />
        <h1>Sign in to Assay</h1>
        <p class="quiet">Runs, scores and costs belong to groups. Your key says which ones you may see.</p>
        <label for="key">Key</label>
        <input
          id="key"
          type="password"
          autocomplete="current-password"
          spellcheck={false}
          required
          value={key}
          aria-invalid={problem ? true : undefined}
          aria-describedby="key-problem key-help"
          onInput={(event) => setKey(event.currentTarget.value)}
        />
        <p id="key-problem" class="problem" role="alert">
          {problem}
        </p>
        <button type="submit" class="button primary wide" disabled={busy || key.trim() === ""}>
          {busy ? "Signing in …" : "Sign in"}
        </button>
        <p id="key-help" class="quiet small">
          <code>./assay up</code> and <code>./assay demo</code> print an address that signs you in at once; the key itself stands
          as <code>adminKey</code> in <code>assay.json</code> in the data folder. Members get theirs from an administrator.
        </p>
      </form>
    </div>
  );
}
