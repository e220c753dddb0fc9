import { render } from "preact";
import "./x.css";
render(<p>hi</p>, document.body);
import("./charts").then((m) => m.draw(document.body));
