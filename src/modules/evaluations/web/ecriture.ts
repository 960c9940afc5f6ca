/** Une rubrique en train de s'écrire : ce qu'il en est après la réponse du serveur, ou quand la page se relit. Rien ne s'y perd. */
import type { RedactionVue, RubriqueVue } from './redaction-view.ts';

/** Sur quoi l'on écrit : la version et le texte que l'on avait sous les yeux. */
export type Base = Pick<RubriqueVue, 'texte' | 'version' | 'empreinte'>;

export type Ecriture = {
  /** Ce qui est à l'écran, que seule la personne change. */
  texte: string;
  base: Base;
  /** Ce qu'un autre a écrit, à lire avant de le remplacer. */
  autre: RubriqueVue | null;
  /** Le texte parti s'enregistrer ; la réponse peut venir après qu'on a continué à taper. */
  envoye: string | null;
  quand: string;
};

/** La réponse à ce qui a été envoyé. Tardive, elle ne ramène pas à une version plus ancienne que celle que l'on a. */
export function computeApresReponse(ecriture: Ecriture, code: string, { ecrites, conflits }: RedactionVue): Ecriture {
  const { base, envoye } = ecriture;
  const recue = { ...ecriture, envoye: null };
  const ecrite = ecrites.find((une) => une.code === code);
  if (ecrite) {
    if (ecrite.version <= base.version) return recue;
    const { version, empreinte, quand } = ecrite;
    return { ...recue, base: { texte: envoye ?? base.texte, version, empreinte }, quand };
  }
  const autre = conflits.find((un) => un.code === code);
  // Le serveur avait déjà ce texte.
  if (!autre) return envoye === null ? recue : { ...recue, base: { ...base, texte: envoye } };
  return autre.version <= base.version ? recue : computeApresAutre(recue, autre);
}

/** Ce qu'un autre a écrit : le même texte n'est pas un conflit. */
function computeApresAutre(ecriture: Ecriture, autre: RubriqueVue): Ecriture {
  if (ecriture.texte.trimEnd() !== autre.texte) return { ...ecriture, autre };
  return { ...ecriture, base: { ...autre, texte: ecriture.texte }, autre: null };
}

/** La page relue : ce qu'un autre a écrit remplace ce à quoi l'on n'a pas touché, et cela seul. */
export function computeApresLecture(ecriture: Ecriture, lue: RubriqueVue): Ecriture {
  const { texte, base, autre } = ecriture;
  if (lue.version <= base.version) return ecriture;
  if (texte.trimEnd() === lue.texte) return { ...ecriture, base: { ...lue, texte }, autre: null };
  if (texte !== base.texte || autre !== null) return ecriture;
  return { ...ecriture, base: lue, texte: lue.texte };
}
