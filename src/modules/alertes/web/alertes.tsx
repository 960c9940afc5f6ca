import type { ReactNode } from 'react';
import { data } from 'react-router';
import { authentificationContexte, courrielsContexte } from '#server/request-context.ts';
import { formatInstantEcrit } from '#shared/instant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { actPage, actSurPlace, readPage } from '#web/page.server.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { CasesACocher, Radios } from '#web/ui/champ-choix.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { Details } from '#web/ui/details.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Avis } from '#web/ui/message.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import type { Ton } from '#web/ui/ton.ts';
import { ETATS_COURRIEL, type EtatCourriel, NATURES_COURRIEL } from '../courriel.ts';
import { type CourrielLu, type EscaladeLue, getReglages, type Reglages } from '../data/reglages.server.ts';
import { closeCalendrier, recordCalendrier, recordPreference } from '../data/reglages-commands.server.ts';
import { MATINS } from '../preference.ts';
import type { Route } from './+types/alertes.ts';

const ICI = '/compte/alertes';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => ({
    ...(await getReglages(contexte)),
    courriel: contexte.agent.courriel,
    partent: args.context.get(courrielsContexte),
  }));
}

export async function action(args: Route.ActionArgs) {
  const acte = (await args.request.clone().formData()).get('acte');
  if (acte === 'fermer')
    return actPage(args, {
      command: closeCalendrier,
      vers: () => ICI,
      fait: 'Adresse fermée : elle ne montre plus rien.',
    });
  if (acte !== 'ouvrir')
    return actPage(args, { command: recordPreference, vers: () => ICI, fait: 'Réglages enregistrés.' });
  const issue = await actSurPlace(args, { command: recordCalendrier });
  if (!('resultat' in issue)) return issue;
  return data({
    adresse: `${args.context.get(authentificationContexte).adresse}/calendrier/${issue.resultat.secret}.ics`,
  });
}

export default function Alertes({ loaderData, actionData }: Route.ComponentProps) {
  const { partent, courriel, preference, calendrier, courriels, escalades } = loaderData;
  const erreurs = actionData && 'erreurs' in actionData ? actionData.erreurs : {};
  return (
    <>
      <EnTetePage titre="Alertes et calendrier" fil={[{ titre: 'Votre compte', href: '/compte' }]} />
      <ResumeErreurs erreurs={erreurs} />
      <Depart partent={partent} courriel={courriel} />
      <Courriels preference={preference} erreur={erreurs.matin} />
      <Calendrier
        calendrier={calendrier}
        adresse={actionData && 'adresse' in actionData ? actionData.adresse : undefined}
      />
      <Escalades escalades={escalades} />
      <Derniers courriels={courriels} />
    </>
  );
}

function Section({ titre, id, children }: { titre: string; id?: string; children: ReactNode }) {
  return (
    <section className="couloir" id={id}>
      <h2>{titre}</h2>
      {children}
    </section>
  );
}

function Depart({ partent, courriel }: { partent: boolean; courriel: string | null }) {
  if (!partent)
    return (
      <Avis ton="bientot" titre="Aucun courriel ne part">
        Marelle n’a pas de serveur de courriels. Ce qu’elle vous aurait écrit se lit plus bas, et les escalades dans vos
        avis.
      </Avis>
    );
  if (courriel === null)
    return (
      <Avis ton="bientot" titre="Vous n’avez pas d’adresse">
        Votre fiche d’agent ne porte pas de courriel : demandez à qui gère l’organisation de l’y mettre.
      </Avis>
    );
  return <p>Les courriels vont à {courriel}. Ils ne portent que des initiales et des liens.</p>;
}

const SEMAINE = [{ valeur: 'oui', libelle: 'Recevoir la semaine de mon équipe, si j’encadre' }];

function Courriels({ preference, erreur }: { preference: Reglages['preference']; erreur: string | undefined }) {
  return (
    <Section titre="Ce que vous recevez">
      <p>
        Toujours, et cela ne se règle pas : les retards critiques, et les retards portés à la hiérarchie, que vous les
        teniez ou que vous encadriez qui les tient.
      </p>
      <form method="post" className="saisie" noValidate>
        <Radios
          nom="matin"
          libelle="Résumé du matin"
          choix={buildChoix(MATINS)}
          valeur={preference.matin}
          erreur={erreur}
        />
        <CasesACocher
          nom="semaine"
          libelle="Chaque semaine"
          choix={SEMAINE}
          valeurs={preference.semaine ? ['oui'] : []}
        />
        <Bouton variante="principal" name="acte" value="regler">
          Enregistrer ces réglages
        </Bouton>
      </form>
    </Section>
  );
}

type CalendrierProps = { calendrier: Reglages['calendrier']; adresse: string | undefined };

function Calendrier({ calendrier, adresse }: CalendrierProps) {
  return (
    <Section titre="Votre calendrier" id="calendrier">
      <p>
        Vos échéances ouvertes des quatre mois à venir, celles en retard et vos audiences, dans l’agenda de votre choix.
        Des initiales seulement. Qui connaît l’adresse lit le calendrier : ne la donnez à personne.
      </p>
      {adresse ? (
        <Avis ton="fait" titre="Adresse à copier maintenant" annonce>
          <p>
            <code>{adresse}</code>
          </p>
          <p>Dans votre agenda : « s’abonner à un calendrier », puis coller. Elle ne sera plus jamais montrée.</p>
        </Avis>
      ) : null}
      <p>{formatCalendrier(calendrier)}</p>
      <form method="post">
        <div className="boutons">
          <Bouton name="acte" value="ouvrir">
            {calendrier ? 'Remplacer l’adresse par une neuve' : 'Ouvrir mon calendrier'}
          </Bouton>
          {calendrier ? (
            <Bouton variante="danger" name="acte" value="fermer">
              Fermer cette adresse
            </Bouton>
          ) : null}
        </div>
      </form>
    </Section>
  );
}

function formatCalendrier(calendrier: Reglages['calendrier']): string {
  if (!calendrier) return 'Aucune adresse n’est ouverte.';
  const lecture = calendrier.luLe ? `lue la dernière fois le ${formatInstantEcrit(calendrier.luLe)}` : 'jamais lue';
  return `Une adresse est ouverte depuis le ${formatInstantEcrit(calendrier.creeLe)} ; ${lecture}.`;
}

const COLONNES_ESCALADE: readonly Colonne<EscaladeLue>[] = [
  {
    cle: 'quoi',
    titre: 'Retard',
    cellule: ({ libelle, regle, chemin, restreint, qui }) => (
      <>
        {qui === null ? libelle : <a href={chemin}>{libelle}</a>}
        <small>{[regle, qui ?? (restreint ? 'dossier restreint' : null)].filter(Boolean).join(', ')}</small>
      </>
    ),
  },
  { cle: 'le', titre: 'Porté le', cellule: ({ le }) => formatJour(le, 'court') },
  { cle: 'pour', titre: 'Dû le', cellule: ({ pour }) => formatJour(pour, 'court') },
  {
    cle: 'qui',
    titre: 'Entre',
    cellule: ({ recue, autre, niveau }) => `${recue ? `de ${autre}` : `porté à ${autre}`}, niveau ${niveau}`,
  },
];

function Escalades({ escalades }: { escalades: readonly EscaladeLue[] }) {
  return (
    <Section titre="Retards portés à la hiérarchie" id="escalades">
      {escalades.length === 0 ? (
        <p>
          Aucun. Un retard qui dure est porté au supérieur de qui le tient, une fois par niveau ; les deux le savent.
        </p>
      ) : (
        <Tableau
          legende="Les plus récents, ceux que vous tenez et ceux qui vous sont portés"
          lignes={escalades}
          cle={({ id }) => id}
          colonnes={COLONNES_ESCALADE}
        />
      )}
    </Section>
  );
}

const TONS: Record<EtatCourriel, Ton> = {
  'a-envoyer': 'attente',
  envoye: 'fait',
  remplace: 'attente',
  abandonne: 'retard',
};

function Derniers({ courriels }: { courriels: readonly CourrielLu[] }) {
  return (
    <Section titre="Les derniers courriels">
      {courriels.length === 0 ? (
        <p>Aucun pour l’instant. Le premier s’écrit le matin d’un jour travaillé, dès que quelque chose est dû.</p>
      ) : (
        courriels.map(({ id, nature, objet, corps, etat, refus, jour }) => (
          <Details
            key={id}
            titre={
              <>
                {NATURES_COURRIEL[nature]} du {formatJour(jour, 'court')}{' '}
                <Etiquette ton={TONS[etat]}>{ETATS_COURRIEL[etat]}</Etiquette>
                {refus ? ` refusé par le serveur (${refus})` : ''}
              </>
            }
          >
            <p>
              <strong>{objet}</strong>
            </p>
            <p className="recit">{corps}</p>
          </Details>
        ))
      )}
    </Section>
  );
}
