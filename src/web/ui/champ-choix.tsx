import type { ReactNode } from 'react';
import { AideEtErreur, Champ, type ChampCommun, computeAttributs, MentionRequis } from './champ.tsx';
import { useReprise, useReprises } from './reprise.ts';
import { buildClasse } from './ton.ts';

export type Choix = { valeur: string; libelle: string; groupe?: string; aide?: ReactNode };

type ChampSelectionProps = ChampCommun & {
  choix: readonly Choix[];
  valeur?: string | null;
  /** Texte du premier choix, sans valeur ; `null` l'enlève quand une valeur est toujours choisie. */
  vide?: string | null;
};

/** Liste déroulante native. Les choix qui portent un `groupe` sont réunis dans l'ordre de leur apparition. */
export function ChampSelection({ choix, valeur, vide = 'Choisir…', ...champ }: ChampSelectionProps) {
  const choisie = useReprise(champ.nom, valeur);
  return (
    <Champ {...champ}>
      {(attributs) => (
        <select {...attributs} defaultValue={choisie ?? ''}>
          {vide === null ? null : <option value="">{vide}</option>}
          {computeGroupes(choix).map(({ groupe, options }) =>
            groupe ? (
              <optgroup key={groupe} label={groupe}>
                {options.map(renderOption)}
              </optgroup>
            ) : (
              options.map(renderOption)
            ),
          )}
        </select>
      )}
    </Champ>
  );
}

function renderOption({ valeur, libelle }: Choix) {
  return (
    <option key={valeur} value={valeur}>
      {libelle}
    </option>
  );
}

function computeGroupes(choix: readonly Choix[]): { groupe: string; options: Choix[] }[] {
  const groupes = new Map<string, Choix[]>();
  for (const option of choix) {
    const options = groupes.get(option.groupe ?? '') ?? [];
    options.push(option);
    groupes.set(option.groupe ?? '', options);
  }
  return [...groupes].map(([groupe, options]) => ({ groupe, options }));
}

type GroupeProps = ChampCommun & { choix: readonly Choix[]; enLigne?: boolean };

/** Plusieurs réponses possibles ; le formulaire reçoit une valeur par case cochée, sous le nom suivi de `[]`. */
export function CasesACocher({ valeurs = [], ...props }: GroupeProps & { valeurs?: readonly string[] }) {
  const cochees = useReprises(props.nom, valeurs);
  return <Groupe {...props} type="checkbox" isChoisi={(valeur) => cochees.includes(valeur)} />;
}

/** Une seule réponse, toutes visibles : à préférer à une liste jusqu'à cinq choix. */
export function Radios({ valeur, ...props }: GroupeProps & { valeur?: string | null }) {
  const choisie = useReprise(props.nom, valeur);
  return <Groupe {...props} type="radio" isChoisi={(candidate) => candidate === choisie} />;
}

function Groupe({
  type,
  choix,
  enLigne,
  isChoisi,
  ...champ
}: GroupeProps & { type: 'radio' | 'checkbox'; isChoisi: (valeur: string) => boolean }) {
  const { id, name, required, 'aria-describedby': describedBy } = computeAttributs(champ);
  return (
    <fieldset className={buildClasse('champ', Boolean(champ.erreur) && 'champ-faux')} aria-describedby={describedBy}>
      <legend>
        {champ.libelle}
        <MentionRequis requis={champ.requis} />
      </legend>
      <AideEtErreur id={id} aide={champ.aide} erreur={champ.erreur} />
      <div className={enLigne ? 'choix-ligne' : undefined}>
        {choix.map((option, rang) => (
          <label className="choix" key={option.valeur}>
            {/* Le premier choix porte l'identifiant du champ : l'ancre du résumé d'erreurs y mène. */}
            <input
              type={type}
              id={rang === 0 ? id : undefined}
              name={type === 'checkbox' ? `${name}[]` : name}
              value={option.valeur}
              required={type === 'radio' ? required : undefined}
              defaultChecked={isChoisi(option.valeur)}
            />
            <span>
              {option.libelle}
              {option.aide ? <small>{option.aide}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
