/** Says something to a screen reader without moving the focus; the last sentence wins. */
export function announce(sentence: string): void {
  const place = document.getElementById("announcer");
  if (place && place.textContent !== sentence) place.textContent = sentence;
}
