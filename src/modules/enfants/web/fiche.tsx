import { redirect } from 'react-router';
import type { Contexte } from '#database/as-agent.ts';
import { findFinDuBris, getCible, listDerniersRegards } from '#modules/acces/index.server.ts';
import { canRecordReouverture, canRecordRestriction, canUpdateEnfant } from '#modules/acces/index.ts';
import { findFicheGardee } from '#modules/personnes/index.server.ts';
import { formatAge, formatNaissance } from '#modules/personnes/index.ts';
import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { formatInstantEcrit } from '#shared/instant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import { type Apport, listApports } from '#web/dossier/apports.server.ts';
import { listOnglets } from '#web/dossier/onglets.server.ts';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Couloir, LigneDue } from '#web/ui/couloir.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Frise } from '#web/ui/frise.tsx';
import { Avis } from '#web/ui/message.tsx';
import { type Dossier, findDossier } from '../data/dossier-entier-queries.server.ts';
import type { Route } from './+types/fiche.ts';
import { AutourDeLEnfant } from './fiche-cote.tsx';
import { buildCouloirs, buildEntourage, buildSituation, computeFenetre } from './fiche-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id } = args.params;
    const dossier = await getDossier(contexte, id);
    const { tx, agent, aujourdhui } = contexte;
    const regards = await listDerniersRegards(contexte, id);
    await recordTrace(tx, { acte: 'enfants.dossier.consulter', enfantId: id });
    const zoom = new URL(args.request.url).searchParams.get('zoom') ?? '5';
    const finDuBris = await findFinDuBris(contexte, id);
    const cible = await getCible(contexte, id);
    const apport = await listApports(contexte, id);
    const couloirs = [...buildCouloirs(dossier), ...apport.couloirs];
    const { enTete } = dossier;
    return {
      id,
      numero: enTete.numero,
      urgence: finDuBris && formatInstantEcrit(finDuBris),
      restreint: enTete.restreint,
      nom: formatPersonne(enTete),
      naissance: `${formatAge(enTete, aujourdhui)} · ${formatNaissance(enTete)}`,
      autresNoms: dossier.autresNoms.map(({ nom, prenom }) => [nom, prenom].filter(Boolean).join(' ')),
      situation: buildSituation(dossier, aujourdhui),
      mesures: { faits: apport.faits, alertes: apport.alertes },
      dues: apport.dues,
      entourage: buildEntourage(dossier, aujourdhui),
      regards: regards.map((regard) => ({ ...regard, le: formatInstantEcrit(regard.le) })),
      couloirs,
      fenetre: computeFenetre(couloirs, zoom, aujourdhui),
      zoom,
      aujourdhui,
      peutModifier: canUpdateEnfant(agent, cible, aujourdhui),
      peutRouvrir: canRecordReouverture(agent, cible, aujourdhui),
      closLe: enTete.closLe && formatJour(enTete.closLe, 'long'),
      onglets: await listOnglets(contexte, id, 'fiche', canRecordRestriction(agent, cible, aujourdhui)),
    };
  });
}

/** Le dossier ; réuni à un autre, c'est celui-là que l'on ouvre. */
async function getDossier(contexte: Contexte, id: string): Promise<Dossier> {
  const dossier = await findDossier(contexte, id);
  if (dossier) return dossier;
  const gardee = await findFicheGardee(contexte, id);
  if (gardee) throw redirect(`/enfants/${gardee}`);
  throw new Introuvable('Ce dossier est absent, ou hors de vos missions.');
}

export default function FicheEnfant({ loaderData }: Route.ComponentProps) {
  const { id, situation, zoom, peutModifier, autresNoms } = loaderData;
  const zooms = [
    ['1', '1 an'],
    ['5', '5 ans'],
    ['tout', 'Tout'],
  ] as const;
  return (
    <Fiche
      titre={loaderData.nom}
      etiquettes={
        <>
          <Etiquette ton="accent">{loaderData.naissance}</Etiquette>
          {loaderData.restreint ? (
            <>
              {' '}
              <Etiquette ton="attente">dossier restreint</Etiquette>
            </>
          ) : null}
        </>
      }
      sous={`${situation.statut} · ${situation.autorite}${autresNoms.length > 0 ? ` · aussi connu sous ${autresNoms.join(', ')}` : ''}`}
      fil={[{ titre: 'Enfants', href: '/enfants' }]}
      onglets={loaderData.onglets}
      actes={peutModifier ? <ActesDeFiche {...loaderData} /> : null}
      alertes={<Alertes {...loaderData} />}
      faits={buildFaits(loaderData)}
      large={
        <Frise
          titre="Son parcours"
          {...loaderData.fenetre}
          aujourdhui={loaderData.aujourdhui}
          couloirs={loaderData.couloirs}
          zooms={zooms.map(([valeur, titre]) => ({
            titre,
            href: `/enfants/${id}?zoom=${valeur}`,
            actif: zoom === valeur,
          }))}
        />
      }
      cote={
        <AutourDeLEnfant
          id={id}
          peutModifier={peutModifier}
          entourage={loaderData.entourage}
          regards={loaderData.regards}
        />
      }
    >
      {loaderData.dues ? <CeQuiEstDu {...loaderData.dues} /> : null}
      <section className="bloc">
        <h2>Qui décide pour cet enfant</h2>
        <p>Actes de la vie courante : {situation.decide.usuels}.</p>
        <p>Décisions importantes : {situation.decide.nonUsuels}.</p>
        {situation.decide.textes.length > 0 ? (
          <p>
            <small>Textes : {situation.decide.textes.join(' · ')}</small>
          </p>
        ) : null}
      </section>
    </Fiche>
  );
}

type Donnees = Route.ComponentProps['loaderData'];

function buildFaits({ situation, numero, mesures }: Donnees) {
  const { foyer, referent, fratrie, territoire } = situation;
  return [
    ...mesures.faits.map(({ valeur, href, ...fait }) => ({
      ...fait,
      valeur: href ? <a href={href}>{valeur}</a> : valeur,
    })),
    {
      titre: 'Vit avec',
      valeur: foyer?.libelle ?? 'à renseigner',
      detail: foyer ? `${foyer.adresse} · depuis le ${foyer.depuis}` : 'aucun foyer enregistré',
      ton: foyer ? undefined : ('bientot' as const),
    },
    {
      titre: 'Référent',
      valeur: referent?.nom ?? 'sans référent',
      detail: referent?.detail ?? 'à nommer dans les missions',
      ton: referent ? undefined : ('retard' as const),
    },
    { titre: 'Territoire', valeur: territoire ?? 'aucun' },
    {
      titre: 'Fratrie',
      valeur: fratrie.length > 0 ? fratrie.map(({ nom }) => nom).join(' ; ') : 'aucune connue',
      detail: [...new Set(fratrie.map(({ nature }) => nature))].join(', '),
    },
    { titre: 'Dossier', valeur: numero, detail: situation.rouvert },
  ];
}

function Alertes({ situation, urgence, closLe, mesures }: Donnees) {
  return (
    <>
      {mesures.alertes.map(({ titre, texte, href }) => (
        <Avis key={href} ton="retard" titre={titre}>
          <a href={href}>{texte}</a>
        </Avis>
      ))}
      {closLe ? <Avis titre="Dossier fermé">Dernier jour du dossier : {closLe}.</Avis> : null}
      {urgence ? (
        <Avis ton="retard" titre="Dossier ouvert en urgence">
          Vous le voyez hors de vos missions, jusqu’au {urgence}. Vos consultations sont au journal, son référent est
          averti, et cette ouverture sera revue.
        </Avis>
      ) : null}
      {situation.contradictions.length > 0 ? (
        <Avis ton="bientot" titre="Autorité parentale à vérifier">
          {situation.contradictions.map(({ motif, detail }) => (
            <p key={motif}>
              {motif} <small>{detail}</small>
            </p>
          ))}
        </Avis>
      ) : null}
    </>
  );
}

function CeQuiEstDu({ nombre, href, lignes }: NonNullable<Apport['dues']>) {
  return (
    <Couloir
      titre="Ce qui lui est dû"
      nombre={nombre}
      toutVoir={href}
      vide="Rien n’est en retard, ni dû d’ici trente jours."
    >
      {lignes.map(({ cle, qui, texte, href: adresse, ...ligne }) => (
        <LigneDue
          key={cle}
          {...ligne}
          qui={{ nom: qui }}
          quoiDetail={texte}
          acte={
            <LienBouton petit href={adresse}>
              Ouvrir
            </LienBouton>
          }
        />
      ))}
    </Couloir>
  );
}

function ActesDeFiche({ id, closLe, peutRouvrir }: Donnees) {
  const actes = [
    ['identite', 'Corriger l’identité'],
    ['statut', 'Changer le statut'],
    ['autorite', 'Autorité parentale'],
    ['autre-nom', 'Autre nom'],
    ...(closLe ? [] : [['cloture', 'Fermer le dossier'] as const]),
    ...(peutRouvrir ? [['reouverture', 'Rouvrir le dossier'] as const] : []),
  ] as const;
  return actes.map(([chemin, titre]) => (
    <LienBouton key={chemin} petit href={`/enfants/${id}/${chemin}`}>
      {titre}
    </LienBouton>
  ));
}
