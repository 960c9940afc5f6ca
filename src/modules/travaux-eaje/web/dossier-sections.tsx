import { formatJour } from '#shared/jour-civil-format.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Details, EtapesDeCalcul } from '#web/ui/details.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import type { CalendrierDuDossier } from '../data/calendrier.server.ts';
import type { RelogementLu } from '../data/hotes-queries.server.ts';
import { type DossierTravaux, formatJoursOuverts, INFORMES_TRAVAUX } from '../dossier-travaux.ts';
import { TRV_01, TRV_02 } from '../rules/textes.ts';
import { formatAdresseDossier, formatAdresseInformation } from './adresses.ts';
import { formatInscrit, type LignePoint, listEtapes, listPoints } from './dossier-view.ts';
import { formatGel, formatHeures } from './dossiers-view.ts';

type Vue = {
  dossier: DossierTravaux;
  priorite: readonly string[];
  chiffrage: 'absent' | 'perime' | 'a-jour';
  relogements: readonly RelogementLu[];
  peutDecider: boolean;
};

export function Besoin({ dossier, priorite }: Vue) {
  return (
    <section className="section">
      <h2>Le besoin</h2>
      <p>{dossier.motif}</p>
      <Details titre="Pourquoi cette priorité ?">
        <EtapesDeCalcul etapes={priorite} textes={[formatTexte(TRV_01)]} />
      </Details>
    </section>
  );
}

export function Impact({ dossier, chiffrage }: Vue) {
  const { impact, perte } = dossier;
  return (
    <section className="section" id="impact">
      <h2>L’impact{chiffrage === 'perime' ? <Etiquette ton="bientot">à refaire</Etiquette> : null}</h2>
      {impact === null ? (
        <p>Rien n’est chiffré : le besoin ne se valide pas avant (TRV-02).</p>
      ) : (
        <>
          <p>
            Arrêté le {formatJour(impact.chiffreLe, 'long')} : {formatGel(impact)}. {impact.agents} agent
            {impact.agents > 1 ? 's' : ''} à redéployer.
          </p>
          <Details titre="Comment c’est compté">
            <EtapesDeCalcul
              etapes={[
                `${formatJoursOuverts(impact.joursOuverts)}, ${formatHeures(impact.minutesGelees)} de places gelées, heure par heure et modulation comprise.`,
                `${formatHeures(impact.minutesPerdues)} d’accueil prévues par les contrats ne tiennent plus : ${impact.enfants} enfant${impact.enfants > 1 ? 's' : ''} à reloger au plus fort.`,
                ...(perte?.methode ?? []),
              ]}
              textes={[formatTexte(TRV_02)]}
            />
          </Details>
        </>
      )}
    </section>
  );
}

export function Relogements({ dossier, relogements, peutDecider }: Vue) {
  return (
    <section className="section" id="relogement">
      <h2>Relogement</h2>
      {relogements.length === 0 ? (
        <p>Aucun enfant n’est relogé{dossier.placesGelees === 0 ? ' : ces travaux ne gèlent aucune place' : ''}.</p>
      ) : (
        <Tableau
          legende="Enfants relogés, par crèche hôte"
          lignes={[...Map.groupBy(relogements, ({ hoteId }) => hoteId)]}
          cle={([hoteId]) => hoteId}
          colonnes={[
            {
              cle: 'hote',
              titre: 'Crèche hôte',
              cellule: ([hoteId, [premier]]) =>
                premier?.hote ? <a href={`/creches/${hoteId}`}>{premier.hote}</a> : 'Une autre crèche',
            },
            {
              cle: 'nombre',
              titre: 'Enfants',
              nombre: true,
              cellule: ([, siens]) => siens.reduce((total, { nombre }) => total + nombre, 0),
            },
            {
              cle: 'enfants',
              titre: 'Lesquels',
              cellule: ([, siens]) => siens.map(({ enfant, nombre }) => enfant ?? `${nombre} à nommer`).join(', '),
            },
          ]}
        />
      )}
      {peutDecider && dossier.placesGelees > 0 && dossier.debutPrevu !== null ? (
        <p>
          <LienBouton href={formatAdresseDossier(dossier.id, '/relogement')} petit>
            Reloger des enfants
          </LienBouton>
        </p>
      ) : null}
    </section>
  );
}

export function Points({ dossier, ouvert }: { dossier: DossierTravaux; ouvert: boolean }) {
  return (
    <section className="section" id="reouverture">
      <h2>Liste de contrôle de réouverture</h2>
      <TableauPoints points={listPoints(dossier)} />
      {ouvert ? (
        <p>
          <LienBouton href={formatAdresseDossier(dossier.id, '/reouverture')} petit>
            Tenir un point
          </LienBouton>
        </p>
      ) : null}
    </section>
  );
}

function TableauPoints({ points }: { points: readonly LignePoint[] }) {
  return (
    <Tableau
      legende="Ce qui se tient avant de rouvrir"
      lignes={points}
      cle={({ point }) => point}
      colonnes={[
        { cle: 'point', titre: 'Point', cellule: ({ libelle }) => libelle },
        {
          cle: 'etat',
          titre: 'Tenu',
          cellule: ({ tenu }) =>
            tenu ? (
              <Etiquette ton="fait">{`le ${formatJour(tenu.tenuLe, 'court')}`}</Etiquette>
            ) : (
              <Etiquette ton="attente">manque</Etiquette>
            ),
        },
        { cle: 'par', titre: 'Par', cellule: ({ tenu }) => tenu?.par },
        { cle: 'preuve', titre: 'Preuve', cellule: ({ tenu }) => tenu?.preuve },
      ]}
    />
  );
}

export function Etapes({ dossier }: { dossier: DossierTravaux }) {
  return (
    <Bloc titre="Étapes">
      <LignesDeBloc
        lignes={listEtapes(dossier).map(({ titre, le }) => ({ cle: titre, titre, detail: formatJour(le, 'long') }))}
      />
    </Bloc>
  );
}

type CalendrierProps = { dossier: DossierTravaux; calendrier: CalendrierDuDossier; peutDecider: boolean };

export function AuCalendrier({ dossier, calendrier: { inscrits, proposition }, peutDecider }: CalendrierProps) {
  if (dossier.etat === 'BESOIN' || (proposition === null && inscrits.length === 0)) return null;
  return (
    <Bloc titre="Au calendrier de la crèche">
      {inscrits.length === 0 ? <p>Rien n’y est inscrit.</p> : null}
      <LignesDeBloc lignes={inscrits.map((inscrit) => ({ cle: inscrit.du, titre: formatInscrit(inscrit) }))} />
      {peutDecider ? (
        <p>
          <a href={formatAdresseDossier(dossier.id, '/calendrier')}>Changer le calendrier</a>
        </p>
      ) : null}
    </Bloc>
  );
}

export function Informes({ dossier, ouvert }: { dossier: DossierTravaux; ouvert: boolean }) {
  return (
    <Bloc titre="Qui est informé">
      {dossier.informes.length === 0 ? <p>Personne encore.</p> : null}
      <LignesDeBloc
        lignes={dossier.informes.map(({ id, destinataire, le }) => ({
          cle: id,
          titre: INFORMES_TRAVAUX[destinataire],
          fin: (
            <a href={formatAdresseInformation(id)}>
              Corriger<span className="lecteur"> l’information : {INFORMES_TRAVAUX[destinataire]}</span>
            </a>
          ),
          detail: formatJour(le, 'long'),
        }))}
      />
      {ouvert && dossier.informes.length < Object.keys(INFORMES_TRAVAUX).length ? (
        <p>
          <a href={formatAdresseDossier(dossier.id, '/informer')}>Inscrire une information</a>
        </p>
      ) : null}
    </Bloc>
  );
}
