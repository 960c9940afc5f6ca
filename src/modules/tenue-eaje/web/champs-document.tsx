import { isATransmettre, type NatureDocument } from '#modules/eaje/index.ts';
import { ChampJour } from '#web/ui/champ-texte.tsx';

/** Libellé → champ : ce qu'un conflit compare. */
export const LIBELLES_DOCUMENT = {
  'Établi le': 'etabliLe',
  'À revoir le': 'aRevoirLe',
  'Transmis le': 'transmisLe',
} as const;

type ChampsDocumentProps = {
  nature: NatureDocument;
  v: (champ: string) => string;
  erreurs: Readonly<Record<string, string>>;
};

/** Les dates d'une version, nouvelle ou corrigée. */
export function ChampsDocument({ nature, v, erreurs }: ChampsDocumentProps) {
  const champ = (nom: string) => ({ nom, valeur: v(nom), erreur: erreurs[nom] });
  return (
    <>
      <ChampJour {...champ('etabliLe')} libelle="Établi le" requis />
      <ChampJour {...champ('aRevoirLe')} libelle="À revoir le" aide="Vide : sans date de révision" />
      {isATransmettre(nature) ? (
        <ChampJour
          {...champ('transmisLe')}
          libelle="Transmis le"
          aide="Au président du conseil départemental (CSP, art. R2324-30) ; vide : pas encore"
        />
      ) : null}
    </>
  );
}
