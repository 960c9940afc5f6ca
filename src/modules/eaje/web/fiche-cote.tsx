import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { ContactUrgence, FermetureInscrite } from '../etablissement.ts';
import { CSP_R2324_36 } from '../rules/textes.ts';
import { formatAdresseCreche } from './adresses.ts';
import { formatFermeture, formatMotif, type LigneContinuite } from './fiche-view.ts';

type ContinuiteProps = {
  jour: JourCivil;
  aujourdhui: JourCivil;
  lignes: readonly LigneContinuite[];
  id: string;
  peut: boolean;
};

export function Continuite({ jour, aujourdhui, lignes, id, peut }: ContinuiteProps) {
  return (
    <Bloc titre="Continuité de la direction">
      <p className="petit">
        {jour === aujourdhui ? 'Aujourd’hui' : `La crèche est fermée aujourd’hui : ${formatJour(jour, 'complet')}`}.{' '}
        {formatTexte(CSP_R2324_36)}.
      </p>
      <LignesDeBloc
        lignes={lignes.map(({ cle, heures, qui, titre }) => ({
          cle,
          debut: heures,
          titre: qui ?? <Etiquette ton="retard">personne</Etiquette>,
          detail: titre,
        }))}
      />
      {peut ? (
        <p>
          <LienBouton petit href={formatAdresseCreche(id, '/suppleance')}>
            Fixer l’ordre de suppléance
          </LienBouton>
        </p>
      ) : null}
    </Bloc>
  );
}

type UrgenceProps = { contact: ContactUrgence | undefined; id: string; peut: boolean };

export function Urgence({ contact, id, peut }: UrgenceProps) {
  return (
    <Bloc titre="En cas d’urgence">
      {contact ? (
        <LignesDeBloc
          lignes={[
            {
              cle: contact.id,
              titre: contact.nom,
              detail: `${contact.telephone}, depuis le ${formatJour(contact.du, 'long')}`,
            },
          ]}
        />
      ) : (
        <p className="petit">Aucun contact d’urgence n’est inscrit.</p>
      )}
      {peut ? (
        <p>
          <LienBouton petit href={formatAdresseCreche(id, '/contact-urgence')}>
            {contact ? 'Changer le contact d’urgence' : 'Inscrire le contact d’urgence'}
          </LienBouton>
        </p>
      ) : null}
    </Bloc>
  );
}

type FermeturesProps = { fermetures: readonly FermetureInscrite[]; id: string; peut: boolean };

/** Les prochaines ; le calendrier montre les douze mois. */
export function Fermetures({ fermetures, id, peut }: FermeturesProps) {
  return (
    <Bloc titre="Prochaines fermetures">
      {fermetures.length === 0 ? <p className="petit">Aucune fermeture à venir n’est inscrite.</p> : null}
      <LignesDeBloc
        lignes={fermetures.slice(0, 6).map(({ id: cle, du, au, motif, libelle }) => ({
          cle,
          titre: formatFermeture({ du, au }),
          detail: formatMotif(motif, libelle),
        }))}
      />
      <p>
        <LienBouton petit href={formatAdresseCreche(id, '/fermetures')}>
          {peut ? 'Tenir les fermetures' : 'Toutes les fermetures'}
        </LienBouton>
      </p>
    </Bloc>
  );
}
