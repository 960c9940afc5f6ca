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

/** Plusieurs réponses possibles, réunies par `groupe` s'il y en a ; le formulaire reçoit une valeur par case cochée, sous le nom suivi de `[]`. */
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
  const renderCase = ({ valeur, libelle, aide }: Choix, idDeCase: string | undefined) => (
    <label className="choix" key={valeur}>
      <input
        type={type}
        id={idDeCase}
        name={type === 'checkbox' ? `${name}[]` : name}
        value={valeur}
        required={type === 'radio' ? required : undefined}
        defaultChecked={isChoisi(valeur)}
      />
      <span>
        {libelle}
        {aide ? <small>{aide}</small> : null}
      </span>
    </label>
  );
  return (
    <fieldset className={buildClasse('champ', Boolean(champ.erreur) && 'champ-faux')} aria-describedby={describedBy}>
      <legend>
        {champ.libelle}
        <MentionRequis requis={champ.requis} />
      </legend>
      <AideEtErreur id={id} aide={champ.aide} erreur={champ.erreur} />
      <div className={choix.some(({ groupe }) => groupe) ? 'choix-groupes' : undefined}>
        {computeGroupes(choix).map(({ groupe, options }, rang) => {
          // Le premier choix porte l'identifiant du champ : l'ancre du résumé d'erreurs y mène.
          const cases = options.map((option, place) => renderCase(option, rang + place === 0 ? id : undefined));
          return groupe ? (
            <fieldset key={groupe} className="choix-groupe">
              <legend>{groupe}</legend>
              {cases}
            </fieldset>
          ) : (
            <div key={groupe} className={enLigne ? 'choix-ligne' : undefined}>
              {cases}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
