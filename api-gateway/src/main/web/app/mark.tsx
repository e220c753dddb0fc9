/** Our mark: an assay office's punch around a measured value with its interval. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path class="punch" d="M10 2h12l8 8v12l-8 8H10l-8-8V10z" />
      <path class="whiskers" d="M7 11.5v9M25 11.5v9M7 16h18" />
      <circle class="value" cx="18" cy="16" r="4.2" />
    </svg>
  );
}
