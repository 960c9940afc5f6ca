import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { isJourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { Champ, type ChampCommun } from './champ.tsx';
import { useReprise } from './reprise.ts';

type Valeur = { valeur?: string | null };

type ChampTexteProps = ChampCommun &
  Valeur & {
    type?: 'text' | 'search' | 'email' | 'tel' | 'password' | 'file';
    taille?: 'court' | 'moyen' | 'long';
  } & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'autoComplete' | 'form' | 'inputMode' | 'maxLength' | 'list' | 'spellCheck' | 'accept' | 'readOnly' | 'multiple'
  >;

export function ChampTexte({
  nom,
  libelle,
  aide,
  erreur,
  requis,
  valeur,
  type = 'text',
  taille,
  ...attributs
}: ChampTexteProps) {
  const montree = useReprise(nom, valeur);
  return (
    <Champ {...{ nom, libelle, aide, erreur, requis }}>
      {(champ) => (
        <input
          {...champ}
          {...attributs}
          type={type}
          className={taille && `taille-${taille}`}
          defaultValue={type === 'file' ? undefined : (montree ?? '')}
        />
      )}
    </Champ>
  );
}

/** Une date telle que les gens la tapent : 21/11/2026, 21 nov. 2026… Montre un jour civil en jj/mm/aaaa. */
export function ChampJour({ valeur, aide = 'Par exemple 21/11/2026', ...champ }: ChampCommun & Valeur) {
  const lue = useReprise(champ.nom, valeur);
  const texte = lue && isJourCivil(lue) ? formatJour(lue, 'court') : (lue ?? '');
  return (
    <Champ {...champ} aide={aide}>
      {(attributs) => (
        <input
          {...attributs}
          type="text"
          className="taille-jour"
          autoComplete={champ.nom === 'naissance' ? 'off' : undefined}
          defaultValue={texte}
        />
      )}
    </Champ>
  );
}

type ZoneTexteProps = ChampCommun &
  Valeur & { lignes?: number } & Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'maxLength' | 'spellCheck'>;

export function ZoneTexte({ nom, libelle, aide, erreur, requis, valeur, lignes = 5, ...attributs }: ZoneTexteProps) {
  const montree = useReprise(nom, valeur);
  return (
    <Champ {...{ nom, libelle, aide, erreur, requis }}>
      {(champ) => <textarea {...champ} {...attributs} rows={lignes} defaultValue={montree ?? ''} />}
    </Champ>
  );
}
