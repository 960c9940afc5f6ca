import { Form } from 'react-router';
import type { SaisieRendue } from '#web/page.server.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { ChampSelection, Radios } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { GESTES } from '../acte-saisie.ts';
import type { Jour } from './jour.server.ts';

type ChangerProps = Pick<Jour, 'jour' | 'personnes'> & { rendue: SaisieRendue | undefined };

/** Déplacer une pause ou un poste, dire une absence du matin, faire venir un renfort. */
export function ChangerUneJournee({ jour, personnes, rendue }: ChangerProps) {
  const champ = buildChamp(rendue);
  // La journée a pu changer depuis : la personne reste choisie, avec sa journée de maintenant.
  const [id = ''] = (champ('qui').valeur ?? '').split(' ');
  const choisie = personnes.find(({ valeur }) => id !== '' && valeur.startsWith(id))?.valeur ?? null;
  return (
    <section className="jour-section hors-impression" aria-labelledby="changer">
      <h2 id="changer">Changer la journée de quelqu’un</h2>
      <p>
        Ce qui est inscrit ici remplace l’horaire de la personne pour ce jour, en entier. Une personne d’une autre
        crèche, ou un agent volant, vient alors en renfort ; sa crèche le sait, et peut le reprendre.
      </p>
      <Form method="post" className="saisie" noValidate>
        <input type="hidden" name="jour" value={jour} />
        <ChampSelection {...champ('qui')} valeur={choisie} libelle="Qui" requis choix={personnes} />
        <Radios {...champ('geste')} libelle="Ce qui change" requis choix={buildChoix(GESTES)} />
        <div className="champs-en-ligne">
          <ChampTexte {...champ('debut')} libelle="Heure de début" taille="court" aide="8 h 30" />
          <ChampTexte {...champ('fin')} libelle="Heure de fin" taille="court" aide="16 h" />
          <ChampTexte {...champ('pauseDebut')} libelle="Début de la pause" taille="court" aide="12 h" />
          <ChampTexte {...champ('pauseFin')} libelle="Fin de la pause" taille="court" aide="12 h 45" />
        </div>
        <ChampTexte {...champ('motif')} libelle="Pourquoi" maxLength={200} />
        <div className="saisie-boutons">
          <Bouton variante="principal" name="acte" value="journee">
            Changer cette journée
          </Bouton>
        </div>
      </Form>
    </section>
  );
}
