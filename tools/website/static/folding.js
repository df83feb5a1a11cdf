// Words as they are compared: without accents and marks, and letters that keyboards write in two ways made one.
window.t2Fold = (text) =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}ـ]/gu, "")
    .toLowerCase()
    .replace(/[يى]/g, "ی")
    .replace(/ك/g, "ک")
    .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15)
    .replace(/[’‘]/g, "'");
