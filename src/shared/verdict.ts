/** La réponse d'une règle : accepte, refuse ou incomplet, avec les textes et les étapes du raisonnement. */
import type { TexteLegal } from './texte-legal.ts';

export type Motif = { motif: string; textes: readonly TexteLegal[]; etapes: readonly string[] };

export type Verdict =
  | { issue: 'accepte'; avertissements: readonly Motif[]; etapes: readonly string[] }
  | ({ issue: 'refuse' } & Motif)
  | ({ issue: 'incomplet'; manque: readonly string[] } & Motif);

/** L'acte est permis. */
export function accepte(etapes: readonly string[] = []): Verdict {
  return { issue: 'accepte', avertissements: [], etapes };
}

/**
 * La règle s'oppose à l'acte : refus si un de ses textes est vérifié, sinon simple avertissement.
 * Seul un texte vérifié arrête une personne ; le reste l'éclaire.
 */
export function oppose(motif: string, textes: readonly TexteLegal[], etapes: readonly string[] = []): Verdict {
  if (textes.some(({ confiance }) => confiance === 'verifie')) return { issue: 'refuse', motif, textes, etapes };
  return avertit(motif, textes, etapes);
}

/** La règle éclaire sans s'opposer, quelle que soit la confiance de son texte : la personne juge. */
export function avertit(motif: string, textes: readonly TexteLegal[], etapes: readonly string[] = []): Verdict {
  return { issue: 'accepte', avertissements: [{ motif, textes, etapes }], etapes };
}

/** La règle ne peut pas répondre : `manque` nomme les faits à fournir. */
export function incomplet(manque: readonly string[], motif: string, textes: readonly TexteLegal[] = []): Verdict {
  return { issue: 'incomplet', manque, motif, textes, etapes: [] };
}

/** Réunit les réponses de plusieurs règles : le premier refus l'emporte, puis les manques, sinon les avertissements s'ajoutent. */
export function computeVerdict(verdicts: readonly Verdict[]): Verdict {
  const refus = verdicts.find(({ issue }) => issue === 'refuse');
  if (refus) return refus;
  const incomplets = verdicts.filter((verdict) => verdict.issue === 'incomplet');
  const premier = incomplets[0];
  if (premier) {
    const manque = [...new Set(incomplets.flatMap((verdict) => verdict.manque))];
    const textes = incomplets.flatMap((verdict) => verdict.textes);
    return { ...premier, manque, textes, motif: incomplets.map(({ motif }) => motif).join(' ') };
  }
  return {
    issue: 'accepte',
    avertissements: verdicts.flatMap((verdict) => (verdict.issue === 'accepte' ? verdict.avertissements : [])),
    etapes: verdicts.flatMap(({ etapes }) => etapes),
  };
}
