import { CasesACocher, ChampSelection, Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { AUTORITES, CATEGORIES_FAIT, DESTINATAIRES, MOYENS, NATURES_CONTROLE } from '../suite.ts';

type Champ = (
  nom: string,
  defaut?: string | null,
) => { nom: string; erreur: string | undefined; valeur: string | null };
type Coches = (nom: string) => string[];

export function ChampsControle({ champ, jour }: { champ: Champ; jour?: string }) {
  return (
    <>
      <ChampSelection {...champ('autorite')} libelle="Qui a contrôlé" choix={buildChoix(AUTORITES)} requis />
      <ChampSelection {...champ('nature')} libelle="Nature" choix={buildChoix(NATURES_CONTROLE)} requis />
      <ChampJour {...champ('jour', jour)} libelle="Jour du contrôle" requis />
      <ZoneTexte {...champ('constats')} libelle="Constats" aide="Ce qui a été vu, sans nommer d’enfant." requis />
    </>
  );
}

type Gravites = Readonly<Record<string, string>>;

export function ChampsFait({
  champ,
  coches,
  gravites,
  jour,
}: {
  champ: Champ;
  coches: Coches;
  gravites: Gravites;
  jour?: string;
}) {
  return (
    <>
      <Radios {...champ('gravite')} libelle="Gravité" choix={buildChoix(gravites)} requis />
      <ChampSelection {...champ('categorie')} libelle="Catégorie" choix={buildChoix(CATEGORIES_FAIT)} requis />
      <ChampJour {...champ('survenuLe', jour)} libelle="Jour" requis />
      <ChampTexte
        {...champ('heure')}
        libelle="Heure"
        taille="court"
        aide="Par exemple 10 h 20. Un délai en heures se compte d’elle."
      />
      <ZoneTexte
        {...champ('recit')}
        libelle="Ce qui s’est passé"
        aide="Sans nommer d’enfant. Un danger pour un enfant passe par la cellule de recueil ou le 119, pas par ici."
        requis
      />
      <CasesACocher
        nom="relu"
        libelle="Relecture"
        choix={[{ valeur: 'oui', libelle: 'Aucun enfant n’est nommé : j’ai relu' }]}
        valeurs={coches('relu')}
      />
      <CasesACocher
        nom="secours"
        libelle="Secours"
        choix={[{ valeur: 'oui', libelle: 'Un enfant a été hospitalisé, ou les secours sont venus' }]}
        valeurs={coches('secours')}
      />
      <CasesACocher
        nom="deces"
        libelle="Décès"
        choix={[{ valeur: 'oui', libelle: 'Un enfant confié est décédé' }]}
        valeurs={coches('deces')}
      />
    </>
  );
}

export function ChampsInformation({ champ, jour }: { champ: Champ; jour?: string }) {
  return (
    <>
      <ChampSelection {...champ('destinataire')} libelle="Qui est informé" choix={buildChoix(DESTINATAIRES)} requis />
      <Radios {...champ('moyen')} libelle="Comment" choix={buildChoix(MOYENS)} requis />
      <ChampJour {...champ('le', jour)} libelle="Le" requis />
      <ChampTexte
        {...champ('heure')}
        libelle="À"
        taille="court"
        aide="Par exemple 10 h 20. Sans elle, un délai en heures se juge au jour."
      />
    </>
  );
}

export function ChampMotif({ champ, libelle = 'Pourquoi corriger' }: { champ: Champ; libelle?: string }) {
  return <ZoneTexte {...champ('motif')} libelle={libelle} lignes={2} requis />;
}
