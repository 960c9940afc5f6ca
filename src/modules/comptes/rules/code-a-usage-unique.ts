const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, sans remplissage : la forme qu'attendent les applications de codes. */
export function formatBase32(octets: Uint8Array): string {
  let bits = '';
  for (const octet of octets) bits += octet.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? []).map((morceau) => BASE32[Number.parseInt(morceau.padEnd(5, '0'), 2)]).join('');
}

/** Adresse « otpauth » à mettre en code QR : six chiffres, trente secondes (RFC 6238). */
export function buildUriOtp({
  secret,
  compte,
  emetteur,
}: {
  secret: string;
  compte: string;
  emetteur: string;
}): string {
  const cle = formatBase32(new TextEncoder().encode(secret));
  const libelle = `${encodeURIComponent(emetteur)}:${encodeURIComponent(compte)}`;
  return `otpauth://totp/${libelle}?secret=${cle}&issuer=${encodeURIComponent(emetteur)}&digits=6&period=30`;
}

/** La même clé, à taper à la main : groupes de quatre. */
export function formatCle(secret: string): string {
  return (formatBase32(new TextEncoder().encode(secret)).match(/.{1,4}/g) ?? []).join(' ');
}
