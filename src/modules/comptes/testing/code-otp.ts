import { createHmac } from 'node:crypto';
import { readInstantMs } from '#server/clock.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** L'application de codes de l'agent (RFC 6238), refaite à part de celle que Marelle emploie. */
export function computeCodeOtp(uri: string, decalage = 0): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const bits = [...secret].map((c) => BASE32.indexOf(c).toString(2).padStart(5, '0')).join('');
  const cle = Buffer.from((bits.match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2)));
  const compteur = Buffer.alloc(8);
  compteur.writeBigUInt64BE(BigInt(Math.floor(readInstantMs() / 30_000) + decalage));
  const empreinte = createHmac('sha1', cle).update(compteur).digest();
  const debut = (empreinte.at(-1) ?? 0) & 0x0f;
  return String((empreinte.readUInt32BE(debut) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
