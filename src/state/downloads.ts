/** Hands what was made here to the browser as a file; nothing is sent. */

export function download(name: string, type: string, parts: readonly BlobPart[]): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function fileName(title: string): string {
  return (
    title
      .replace(/[^\p{L}\d]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "study"
  );
}
