import { FIL_CRECHES, formatAdresseCreche } from '#modules/eaje/web/composants.tsx';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { recordProfessionnel } from '../data/professionnels-commands.server.ts';
import type { Route } from './+types/professionnel-nouveau.ts';
import { ChampsEmploi } from './champs-emploi.tsx';
import { getCrecheTenue } from './creche-tenue.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { murs, sections } = await getCrecheTenue(contexte, args.params.id);
    return { murs: { id: murs.id, nom: murs.nom }, sections };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordProfessionnel,
    avec: { etablissementId: args.params.id },
    vers: (id) => `/creches/professionnels/${id}/horaire`,
    fait: 'Professionnel rattaché. Dites maintenant son horaire.',
  });
}

export default function RattacherProfessionnel({ loaderData: { murs, sections }, actionData }: Route.ComponentProps) {
  const { erreurs, v } = readValeurs(actionData, { quotite: '100' });
  const retour = formatAdresseCreche(murs.id, '/professionnels');
  return (
    <Saisie
      titre="Rattacher un professionnel"
      sous={murs.nom}
      fil={[
        FIL_CRECHES,
        { titre: murs.nom, href: formatAdresseCreche(murs.id) },
        { titre: 'Professionnels', href: retour },
      ]}
      acte="Rattacher à la crèche"
      retour={retour}
      rendue={actionData}
      intro={
        <>
          Un professionnel est d’abord un agent du département : son matricule est dans{' '}
          <a href="/organisation/agents">la liste des agents</a>.
        </>
      }
    >
      <ChampTexte
        nom="matricule"
        libelle="Matricule"
        requis
        taille="moyen"
        valeur={v('matricule')}
        erreur={erreurs.matricule}
      />
      <ChampJour nom="du" libelle="À partir du" requis valeur={v('du')} erreur={erreurs.du} />
      <ChampsEmploi v={v} erreurs={erreurs} sections={sections} />
    </Saisie>
  );
}
