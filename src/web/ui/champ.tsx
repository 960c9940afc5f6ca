import type { ReactNode } from 'react';
import { buildClasse } from './ton.ts';

export type ChampCommun = {
  nom: string;
  libelle: ReactNode;
  aide?: ReactNode;
  erreur?: string;
  requis?: boolean;
};

export type AttributsDeChamp = {
  id: string;
  name: string;
  required: boolean | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

/** L'identifiant qu'une ancre du résumé d'erreurs peut viser. */
export function formatIdDeChamp(nom: string): string {
  return `champ-${nom.replaceAll(/[^\w-]+/g, '-')}`;
}

export function computeAttributs({ nom, aide, erreur, requis }: Omit<ChampCommun, 'libelle'>): AttributsDeChamp {
  const id = formatIdDeChamp(nom);
  const describedBy = buildClasse(Boolean(aide) && `${id}-aide`, Boolean(erreur) && `${id}-erreur`);
  return {
    id,
    name: nom,
    required: requis || undefined,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': erreur ? true : undefined,
  };
}

/** Libellé, aide, erreur, puis le contrôle : la forme commune de tous les champs. */
export function Champ({ children, ...champ }: ChampCommun & { children: (attributs: AttributsDeChamp) => ReactNode }) {
  const attributs = computeAttributs(champ);
  return (
    <div className={buildClasse('champ', Boolean(champ.erreur) && 'champ-faux')}>
      <label htmlFor={attributs.id}>
        {champ.libelle}
        <MentionRequis requis={champ.requis} />
      </label>
      <AideEtErreur id={attributs.id} aide={champ.aide} erreur={champ.erreur} />
      {children(attributs)}
    </div>
  );
}

export function MentionRequis({ requis }: { requis: boolean | undefined }) {
  return requis ? <span className="champ-requis"> (obligatoire)</span> : null;
}

export function AideEtErreur({ id, aide, erreur }: { id: string; aide?: ReactNode; erreur?: string }) {
  return (
    <>
      {aide ? (
        <p className="champ-aide" id={`${id}-aide`}>
          {aide}
        </p>
      ) : null}
      {erreur ? (
        <p className="champ-erreur" id={`${id}-erreur`}>
          <span className="lecteur">Erreur : </span>
          {erreur}
        </p>
      ) : null}
    </>
  );
}
