import { render } from "preact";
import "../style/tokens.css";
import "../style/base.css";
import "../style/controls.css";
import "../style/shell.css";
import "../style/tables.css";
import "../style/marks.css";
import "../style/ruler.css";
import { signIn, takeKeyFromAddress } from "./session";
import { Shell } from "./shell";

const place = document.getElementById("app")!;
const key = takeKeyFromAddress();
if (key) {
  // A refused key is no reason for an error page: the sign-in form follows and says why nobody is signed in.
  signIn(key).then(
    () => render(<Shell />, place),
    () => render(<Shell keyRefused />, place),
  );
} else {
  render(<Shell />, place);
}
