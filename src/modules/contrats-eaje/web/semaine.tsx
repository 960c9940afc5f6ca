import './contrats.css';
import { findPlage, formatMinutes } from '#shared/quart-d-heure.ts';
import { AideEtErreur, formatIdDeChamp } from '#web/ui/champ.tsx';
import { buildClasse } from '#web/ui/ton.ts';
import { formatSemaine, JOURS } from '../contrat.ts';

/** Cinq carrés, du lundi au vendredi, et ceux de la fin de semaine s'ils servent ; plein : l'enfant vient. */
export function SemaineEnCarres({ semaine }: { semaine: readonly number[] | null }) {
  if (semaine === null) return null;
  const montres = JOURS.filter((_, rang) => rang < 5 || findPlage(semaine, rang + 1));
  return (
    <span className="semaine" role="img" aria-label={formatSemaine(semaine)} title={formatSemaine(semaine)}>
      {montres.map((jour) => (
        <i key={jour} className={findPlage(semaine, JOURS.indexOf(jour) + 1) ? 'venu' : undefined} aria-hidden="true">
          {jour.charAt(0).toUpperCase()}
        </i>
      ))}
    </span>
  );
}

type Bornes = { ouvre: number; ferme: number };

/** La semaine dessinée, chaque jour sur l'ouverture de la crèche. */
export function SemaineDessinee({ semaine, bornes }: { semaine: readonly number[]; bornes: Bornes }) {
  const { ouvre, ferme } = bornes;
  return (
    <div className="semaine-jours">
      {JOURS.map((jour, rang) => {
        const plage = findPlage(semaine, rang + 1);
        if (rang >= 5 && plage === undefined) return null;
        return (
          <div key={jour}>
            <span>{jour}</span>
            <svg
              viewBox={`${ouvre} 0 ${ferme - ouvre} 18`}
              preserveAspectRatio="none"
              aria-hidden="true"
              className="barre"
            >
              {plage ? <rect className="venue" x={plage.debut} width={plage.fin - plage.debut} height="18" /> : null}
            </svg>
            <span>{plage ? `${formatMinutes(plage.debut)} – ${formatMinutes(plage.fin)}` : 'ne vient pas'}</span>
          </div>
        );
      })}
    </div>
  );
}

type SemaineSaisieProps = { jours: readonly number[]; v: (champ: string) => string; erreurs: Record<string, string> };

/** Une ligne par jour : arrivée, départ. Vide : l'enfant ne vient pas. */
export function SemaineSaisie({ jours, v, erreurs }: SemaineSaisieProps) {
  return (
    <fieldset className="champ">
      <legend>Jours et heures</legend>
      <p className="champ-aide">« 8 h 30 » ou « 08:30 ». Laissez vides les jours où l’enfant ne vient pas.</p>
      <table className="semaine-saisie">
        <thead>
          <tr>
            <th scope="col">
              <span className="lecteur">Jour</span>
            </th>
            <th scope="col">Arrivée</th>
            <th scope="col">Départ</th>
          </tr>
        </thead>
        <tbody>
          {jours.map((rang) => (
            <tr key={rang}>
              <th scope="row">{JOURS[rang - 1]}</th>
              {(['debut', 'fin'] as const).map((borne) => (
                <td key={borne}>
                  <Heure
                    nom={`${borne}.${rang}`}
                    libelle={`${JOURS[rang - 1]}, ${borne === 'debut' ? 'arrivée' : 'départ'}`}
                    {...{ v, erreurs }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

function Heure({ nom, libelle, v, erreurs }: { nom: string; libelle: string } & Omit<SemaineSaisieProps, 'jours'>) {
  const id = formatIdDeChamp(nom);
  const erreur = erreurs[nom];
  return (
    <div className={buildClasse(Boolean(erreur) && 'champ-faux')}>
      <AideEtErreur id={id} erreur={erreur} />
      <input
        id={id}
        name={nom}
        type="text"
        aria-label={libelle}
        aria-invalid={erreur ? true : undefined}
        aria-describedby={erreur ? `${id}-erreur` : undefined}
        defaultValue={v(nom)}
      />
    </div>
  );
}
