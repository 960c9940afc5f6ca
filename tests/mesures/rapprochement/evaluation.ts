/** Ce que vaut un rapprochement, quand on sait ce qu'il fallait trouver. */
import { matchListes } from '#modules/rapprochement/rules/listes.ts';
import type { Personne } from './erreurs.ts';
import { type Jeu, keepChamps, type Pieges } from './jeux.ts';

export type Bilan = { precision: number; rappel: number; f1: number; proposees: number };

export function evaluateMarelle(jeu: Jeu) {
  const debut = performance.now();
  const paires = matchListes(jeu.a, jeu.b);
  const secondes = (performance.now() - debut) / 1_000;
  return {
    bilan: computeBilan(
      paires.map(({ a, b }) => `${a} ${b}`),
      jeu.vraies,
    ),
    secondes,
    paires,
  };
}

export function computeBilan(proposees: readonly string[], vraies: ReadonlySet<string>): Bilan {
  const justes = proposees.filter((paire) => vraies.has(paire)).length;
  const precision = proposees.length === 0 ? 1 : justes / proposees.length;
  const rappel = justes / vraies.size;
  return {
    precision,
    rappel,
    f1: (2 * precision * rappel) / Math.max(1e-9, precision + rappel),
    proposees: proposees.length,
  };
}

/** Des enfants connus et mal écrits à retrouver parmi les cinq premiers ; des pièges qui ne doivent alerter personne. */
export function evaluatePieges({ base, vrais, pieges }: Pieges, champs: readonly (keyof Personne)[]) {
  const keep = (liste: Personne[]) => keepChamps({ a: liste, b: null, vraies: new Set() }, champs).a;
  const cherches = keep([...vrais.map(({ personne }) => personne), ...pieges]);
  const paires = matchListes(cherches, keep(base), { tous: true });
  const parCherche = Map.groupBy(paires, ({ a }) => a);
  const isAlerte = (verdict: string) => verdict === 'certain' || verdict === 'probable';
  const retrouves = vrais.filter(({ rang }, i) =>
    parCherche
      .get(i)
      ?.slice(0, 5)
      .some(({ b }) => b === rang),
  );
  const alertes = vrais.filter(({ rang }, i) =>
    parCherche.get(i)?.some(({ b, verdict }) => b === rang && isAlerte(verdict)),
  );
  const fausses = pieges.filter((_, i) => parCherche.get(vrais.length + i)?.some(({ verdict }) => isAlerte(verdict)));
  return {
    parmiCinq: retrouves.length / vrais.length,
    alertes: alertes.length / vrais.length,
    faussesAlertes: fausses.length / pieges.length,
  };
}

/** Le témoin : la part de trigrammes communs (celle de pg_trgm) sur tout ce qui est écrit, au meilleur seuil possible. */
export function evaluateTrigrammes({ a, b, vraies }: Jeu): Bilan {
  const [x, y] = [a.map(listTrigrammes), (b ?? a).map(listTrigrammes)];
  const index = new Map<string, number[]>();
  for (const [j, trigrammes] of y.entries()) for (const t of trigrammes) index.set(t, [...(index.get(t) ?? []), j]);
  const notes: { paire: string; note: number }[] = [];
  for (const [i, trigrammes] of x.entries()) {
    const communs = new Map<number, number>();
    for (const t of trigrammes) for (const j of index.get(t) ?? []) communs.set(j, (communs.get(j) ?? 0) + 1);
    for (const [j, n] of communs) {
      const note = n / (trigrammes.size + (y[j]?.size ?? 0) - n);
      if (note >= 0.3 && (b || i < j)) notes.push({ paire: `${i} ${j}`, note });
    }
  }
  return findMeilleurSeuil(notes, vraies);
}

function findMeilleurSeuil(notes: { paire: string; note: number }[], vraies: ReadonlySet<string>): Bilan {
  const triees = notes.sort((p, q) => q.note - p.note);
  let justes = 0;
  let meilleur: Bilan = { precision: 0, rappel: 0, f1: 0, proposees: 0 };
  for (const [rang, { paire, note }] of triees.entries()) {
    if (vraies.has(paire)) justes += 1;
    if (triees[rang + 1]?.note === note) continue;
    const [precision, rappel] = [justes / (rang + 1), justes / vraies.size];
    const f1 = (2 * precision * rappel) / Math.max(1e-9, precision + rappel);
    if (f1 > meilleur.f1) meilleur = { precision, rappel, f1, proposees: rang + 1 };
  }
  return meilleur;
}

function listTrigrammes(personne: Personne): Set<string> {
  const texte = Object.values(personne).filter(Boolean).join(' ');
  const mots = texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return new Set(mots.flatMap((mot) => Array.from({ length: mot.length + 1 }, (_, i) => `  ${mot} `.slice(i, i + 3))));
}
