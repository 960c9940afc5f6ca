import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Préfixe de tous les témoins (cookies) de Marelle, tel que better-auth l'écrit. */
export const PREFIXE_TEMOIN = 'marelle';
const TEMOINS = [`__Secure-${PREFIXE_TEMOIN}.session_token`, `${PREFIXE_TEMOIN}.session_token`];

/** Lit la valeur d'un témoin (cookie), décodée. Illisible vaut absent. */
export function findTemoin(request: Request, nom: string): string | undefined {
  for (const morceau of (request.headers.get('cookie') ?? '').split(';')) {
    const [cle, ...valeur] = morceau.trim().split('=');
    if (cle === nom) return decodeTemoin(valeur.join('='));
  }
  return undefined;
}

function decodeTemoin(valeur: string): string | undefined {
  try {
    return decodeURIComponent(valeur);
  } catch {
    return undefined;
  }
}

/** Un jeton de service ou d'invitation n'est gardé qu'en empreinte : il est tiré au hasard, un hachage simple suffit. */
export function computeEmpreinteJeton(jeton: string): string {
  return createHash('sha256').update(jeton).digest('hex');
}

/** Jeton de session de la requête, sans sa signature : c'est la base qui dit s'il vaut quelque chose. */
export function findJeton(request: Request): string | undefined {
  for (const nom of TEMOINS) {
    const jeton = findTemoin(request, nom)?.split('.')[0];
    if (jeton) return jeton;
  }
  return undefined;
}

/** Témoin « valeur.signature » dont la signature est bonne, sous son nom sûr ou non ; même forme que better-auth. */
export function findTemoinSigne(request: Request, nom: string, cle: string): string | undefined {
  const brut =
    findTemoin(request, `__Secure-${PREFIXE_TEMOIN}.${nom}`) ?? findTemoin(request, `${PREFIXE_TEMOIN}.${nom}`);
  if (brut === undefined) return undefined;
  const coupure = brut.lastIndexOf('.');
  const valeur = brut.slice(0, coupure);
  const attendue = Buffer.from(computeSignature(valeur, cle));
  const recue = Buffer.from(brut.slice(coupure + 1));
  return coupure > 0 && attendue.length === recue.length && timingSafeEqual(attendue, recue) ? valeur : undefined;
}

type OptionsDeTemoin = { securise: boolean; dureeSecondes?: number };

/** En-tête Set-Cookie d'un témoin signé, illisible par les scripts. */
export function buildTemoinSigne(nom: string, valeur: string, cle: string, options: OptionsDeTemoin): string {
  const prefixe = options.securise ? '__Secure-' : '';
  const signe = encodeURIComponent(`${valeur}.${computeSignature(valeur, cle)}`);
  const duree = options.dureeSecondes === undefined ? '' : `; Max-Age=${options.dureeSecondes}`;
  const secure = options.securise ? '; Secure' : '';
  return `${prefixe}${PREFIXE_TEMOIN}.${nom}=${signe}; Path=/; HttpOnly; SameSite=Lax${duree}${secure}`;
}

function computeSignature(valeur: string, cle: string): string {
  return createHmac('sha256', cle).update(valeur).digest('base64');
}
