import { Form } from 'react-router';
import { OngletsCreche } from '#modules/eaje/web/composants.tsx';
import { Introuvable } from '#server/errors.ts';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { Chiffres } from '#web/gabarits/tableau-de-bord.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { BoutonImprimer } from '#web/ui/bouton-imprimer.tsx';
import { Details, EtapesDeCalcul } from '#web/ui/details.tsx';
import { Avis, EtatVide } from '#web/ui/message.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { listBilans } from '../data/bilans.server.ts';
import { closeMois, updateMoisDeCreche } from '../data/exercice-commands.server.ts';
import { HeuresSaisies } from '../exercice-saisie.ts';
import type { Route } from './+types/creche.ts';
import { buildAvisBareme } from './activite-view.ts';
import { buildBonus, buildCalcul, buildChiffresCreche, buildMois, buildScenarios } from './creche-view.ts';
import { parseAnnee } from './lecture.server.ts';
import { Prevision } from './prevision.tsx';
import { buildPrevision } from './prevision-view.ts';
import { AvisBareme, Bonus, Mois, Scenarios } from './sections.tsx';

const HEURES_OFFERTES = 500;

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const annee = parseAnnee(args.request, contexte);
    const { suivies, bareme } = await listBilans(contexte, annee, [args.params.id]);
    const [suivie] = suivies;
    if (!suivie) throw new Introuvable('Absente, ou hors de vos missions.');
    const offertes = readHeuresOffertes(args.request);
    return {
      annee,
      offertes,
      id: suivie.creche.id,
      nom: suivie.creche.nom,
      territoire: suivie.creche.territoire,
      places: suivie.creche.places,
      cetteAnnee: Number(contexte.aujourdhui.slice(0, 4)),
      alertes: suivie.bilan.alertes,
      chiffres: buildChiffresCreche(suivie, annee, bareme),
      mois: suivie.mois.map((m) => buildMois(m, suivie.bilan, contexte.aujourdhui, bareme)),
      prevision: buildPrevision(suivie, annee, contexte.aujourdhui),
      calcul: buildCalcul(suivie),
      methode: suivie.bilan.methode,
      scenarios: buildScenarios(suivie, bareme, offertes.heures),
      bonus: buildBonus(suivie, annee),
      bareme: buildAvisBareme(bareme),
    };
  });
}

/** Fautif, ce qui est tapé reste avec son message, et rien n'est essayé à sa place. */
function readHeuresOffertes(request: Request): { tapees: string; heures: number; erreur?: string } {
  const tapees = new URL(request.url).searchParams.get('heures') ?? String(HEURES_OFFERTES);
  const lues = HeuresSaisies.safeParse(tapees);
  return lues.success
    ? { tapees, heures: lues.data }
    : { tapees, heures: 0, erreur: lues.error.issues[0]?.message ?? 'Indiquez un nombre d’heures.' };
}

export async function action(args: Route.ActionArgs) {
  const formulaire = await args.request.clone().formData();
  const [mois, annee] = [formulaire.get('mois'), formulaire.get('annee')];
  const vers = (id: string) => `/creches/${id}/activite?annee=${annee}`;
  const avec = { id: args.params.id };
  return typeof mois === 'string'
    ? actPage(args, { command: closeMois, avec, vers, fait: 'Mois figé : ses heures ne bougeront plus.' })
    : actPage(args, { command: updateMoisDeCreche, avec, vers, fait: 'Les heures de l’année sont recomptées.' });
}

export default function ActiviteCreche({ loaderData, actionData }: Route.ComponentProps) {
  const { annee, id, nom, territoire, places, chiffres, alertes, mois } = loaderData;
  return (
    <Fiche
      titre={`${nom} : heures et PSU ${annee}`}
      sous={[territoire, places === 0 ? `aucune place autorisée en ${annee}` : `${places} places`]
        .filter(Boolean)
        .join(' · ')}
      fil={[
        { titre: 'Crèches', href: '/creches' },
        { titre: 'Heures et PSU', href: `/creches/activite?annee=${annee}` },
        { titre: nom, href: `/creches/${id}` },
      ]}
      actes={<Actes {...loaderData} />}
      alertes={
        <>
          <OngletsCreche id={id} courant="activite" />
          <ResumeErreurs
            erreurs={actionData?.erreurs}
            titre="Cet acte n’est pas possible"
            textes={actionData?.textes}
          />
          <Alertes alertes={alertes} />
          <AvisBareme annee={annee} bareme={loaderData.bareme} />
        </>
      }
    >
      <Chiffres chiffres={chiffres} />
      <section className="section" id="mois">
        <h2>Mois par mois</h2>
        {mois.length === 0 ? (
          <EtatVide titre={`Aucun mois de ${annee} n’est compté`}>
            Les heures se comptent chaque nuit : le mois en cours, les deux précédents, et les mois plus anciens qu’un
            acte a changés. « Recompter l’année » les compte maintenant.
          </EtatVide>
        ) : (
          <Mois mois={mois} annee={annee} id={id} />
        )}
      </section>
      <Prevision {...loaderData} />
      <Calcul {...loaderData} />
      <Scenarios {...loaderData} />
      <Bonus bonus={loaderData.bonus} />
    </Fiche>
  );
}

function Actes({ annee, id, cetteAnnee }: Route.ComponentProps['loaderData']) {
  return (
    <>
      <LienBouton href={`/creches/${id}/activite/exercice?annee=${annee}`}>Charges et prévisionnel {annee}</LienBouton>
      <LienBouton href={`/creches/${id}/activite?annee=${annee - 1}`}>{annee - 1}</LienBouton>
      {annee < cetteAnnee + 1 ? (
        <LienBouton href={`/creches/${id}/activite?annee=${annee + 1}`}>{annee + 1}</LienBouton>
      ) : null}
      <Form method="post">
        <input type="hidden" name="annee" value={annee} />
        <Bouton variante="discret">Recompter l’année</Bouton>
      </Form>
      <BoutonImprimer />
    </>
  );
}

function Alertes({ alertes }: { alertes: readonly string[] }) {
  if (alertes.length === 0) return null;
  return (
    <Avis ton="bientot" titre={alertes.length > 1 ? `${alertes.length} points à vérifier` : '1 point à vérifier'}>
      <ul>
        {alertes.map((alerte) => (
          <li key={alerte}>{alerte}</li>
        ))}
      </ul>
    </Avis>
  );
}

function Calcul({ calcul, methode, annee }: Route.ComponentProps['loaderData']) {
  return (
    <section className="section" id="calcul">
      <h2>Le calcul de la prestation {annee}</h2>
      {calcul.refus ? <Avis ton="bientot">{calcul.refus}</Avis> : null}
      {calcul.etapes.length > 0 ? (
        <ol>
          {calcul.etapes.map((etape) => (
            <li key={etape}>{etape}</li>
          ))}
        </ol>
      ) : null}
      <div id="projection">
        <Details titre="Comment l’année est projetée, et les textes">
          <EtapesDeCalcul etapes={methode} textes={calcul.textes} />
        </Details>
      </div>
    </section>
  );
}
