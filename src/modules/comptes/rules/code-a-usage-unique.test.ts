import { expect, it } from 'vitest';
import { buildUriOtp, formatBase32, formatCle } from './code-a-usage-unique.ts';

it('écrit la clé en base 32 (RFC 4648, vecteurs de l’annexe)', () => {
  const code = (texte: string) => formatBase32(new TextEncoder().encode(texte));
  expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map(code)).toEqual([
    '',
    'MY',
    'MZXQ',
    'MZXW6',
    'MZXW6YQ',
    'MZXW6YTB',
    'MZXW6YTBOI',
  ]);
  expect(formatCle('foobar')).toBe('MZXW 6YTB OI');
});

it('donne une adresse que toute application de codes lit', () => {
  expect(buildUriOtp({ secret: 'foobar', compte: 'anne@manche.fr', emetteur: 'Marelle' })).toBe(
    'otpauth://totp/Marelle:anne%40manche.fr?secret=MZXW6YTBOI&issuer=Marelle&digits=6&period=30',
  );
});
