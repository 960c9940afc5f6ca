import { type ReactNode, useEffect, useId } from 'react';
import { useFetcher } from 'react-router';
import { formatNaissance } from '#modules/personnes/index.ts';
import type { PersonneRessemblante } from '#modules/rapprochement/index.server.ts';
import { CHAMPS_RECONNUS, LIBELLE_VERDICT } from '#modules/rapprochement/index.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import { ID_DE_SAISIE } from '#web/gabarits/saisie.tsx';
import { Bouton } from '#web/ui/bouton.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { Details } from '#web/ui/details.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Ton } from '#web/ui/ton.ts';
import { formatPoints, type RessemblancesSaisies } from './ressemblances-view.ts';

const RESSOURCE = '/rapprochement/ressemblances';
const ATTENTE_MS = 350;

type RessemblancesProps = {
  /** Ce que le serveur a trouvé pour la saisie rendue ; rien avant d'avoir vérifié. */
  trouvees?: readonly PersonneRessemblante[] | null;
  /** Ce qui avait été coché et écrit. */
  saisie?: RessemblancesSaisies;
  erreur?: string;
};

/**
 * Beside a form that takes an identity (fields named as in CHAMPS_RECONNUS): who is already known and looks like them, with
 * the reasons. Found as one types with JavaScript, by « Vérifier » without. Sends `distinctes[]` and `motifDistinction`.
 */
export function Ressemblances({ trouvees = null, saisie, erreur }: RessemblancesProps) {
  const id = useId();
  const personnes = useRessemblances(trouvees);
  return (
    <section className="bloc ressemblances" aria-labelledby={id}>
      <h2 id={id}>Déjà connu ?</h2>
      <p className="lecteur" role="status">
        {personnes ? formatCompte(personnes.length) : ''}
      </p>
      {personnes === null ? (
        <p>
          Les personnes connues qui ressemblent à celle-ci s’afficheront ici, parmi celles que vous pouvez reconnaître.
        </p>
      ) : personnes.length === 0 ? (
        <p>Personne de ressemblant parmi celles que vous pouvez reconnaître.</p>
      ) : (
        <>
          <ul>
            {personnes.map((personne) => (
              <li key={personne.id}>
                <Personne personne={personne} distincte={saisie?.distinctes.includes(personne.id) ?? false} />
              </li>
            ))}
          </ul>
          <ChampTexte
            nom="motifDistinction"
            form={ID_DE_SAISIE}
            libelle="Si ce n’est pas la même personne, à quoi on le sait"
            valeur={saisie?.motif}
            erreur={erreur}
            maxLength={500}
            autoComplete="off"
          />
        </>
      )}
    </section>
  );
}

/** Le bouton qui cherche sans rien enregistrer : sans JavaScript, c'est la seule façon de voir les ressemblances avant. */
export function BoutonVerifier(): ReactNode {
  return (
    <Bouton name="intention" value="verifier">
      Vérifier si cette personne est connue
    </Bouton>
  );
}

/** Relance la recherche à chaque pause de la frappe. */
function useRessemblances(trouvees: readonly PersonneRessemblante[] | null): readonly PersonneRessemblante[] | null {
  const { load, data } = useFetcher<PersonneRessemblante[]>();
  useEffect(() => {
    const formulaire = document.getElementById(ID_DE_SAISIE);
    if (!(formulaire instanceof HTMLFormElement)) return;
    let attente: number | undefined;
    const handleFrappe = (evenement: Event) => {
      const champ = evenement.target;
      if (!(champ instanceof HTMLInputElement || champ instanceof HTMLSelectElement)) return;
      if (!(CHAMPS_RECONNUS as readonly string[]).includes(champ.name)) return;
      window.clearTimeout(attente);
      attente = window.setTimeout(() => {
        const saisie = new FormData(formulaire);
        const valeurs = CHAMPS_RECONNUS.map((nom) => [nom, String(saisie.get(nom) ?? '')]);
        void load(`${RESSOURCE}?${new URLSearchParams(valeurs)}`);
      }, ATTENTE_MS);
    };
    formulaire.addEventListener('input', handleFrappe);
    return () => {
      window.clearTimeout(attente);
      formulaire.removeEventListener('input', handleFrappe);
    };
  }, [load]);
  return data ?? trouvees;
}

const TONS: Record<PersonneRessemblante['verdict'], Ton> = {
  certain: 'retard',
  probable: 'bientot',
  'a-verifier': 'neutre',
  different: 'neutre',
};

function Personne({ personne, distincte }: { personne: PersonneRessemblante; distincte: boolean }) {
  const { id, verdict, score, raisons, vue, dossier } = personne;
  const nom = formatPersonne(personne);
  return (
    <div>
      {vue ? <a href={dossier ? `/enfants/${id}` : `/personnes/${id}`}>{nom}</a> : nom}{' '}
      {verdict === 'different' ? null : <Etiquette ton={TONS[verdict]}>{LIBELLE_VERDICT[verdict]}</Etiquette>}
      <small>{formatNaissance(personne)}</small>
      <small>{dossier ? formatDossier(dossier) : 'Connue sans dossier à son nom'}</small>
      <Details titre={`Pourquoi ? Ressemblance de ${Math.floor(score * 100)} %`}>
        <ul className="raisons">
          {raisons.map(({ texte, points }) => (
            <li key={texte}>
              {texte} <span>{formatPoints(points)}</span>
            </li>
          ))}
        </ul>
        <p>Un point de plus double les chances, un point de moins les divise par deux.</p>
      </Details>
      <label className="choix">
        <input type="checkbox" name="distinctes[]" value={id} form={ID_DE_SAISIE} defaultChecked={distincte} />
        <span>
          Ce n’est pas la même personne<span className="lecteur"> que {nom}</span>
        </span>
      </label>
    </div>
  );
}

function formatDossier({ numero, closLe, territoire }: NonNullable<PersonneRessemblante['dossier']>): string {
  const etat = closLe ? `fermé le ${formatJour(closLe, 'court')}` : 'ouvert';
  return [`Dossier ${numero}, ${etat}`, territoire].filter(Boolean).join(' · ');
}

function formatCompte(nombre: number): string {
  if (nombre === 0) return 'Personne de ressemblant.';
  return nombre === 1 ? 'Une personne ressemble à celle-ci.' : `${nombre} personnes ressemblent à celle-ci.`;
}
