import { LienBouton } from '#web/ui/bouton.tsx';
import { Seuil } from './seuil.tsx';

export default function NonRattache() {
  return (
    <Seuil titre="Aucun compte Marelle">
      <p>Votre identité est reconnue, mais aucun compte Marelle ne lui est rattaché.</p>
      <p>
        Demandez à l’administrateur de Marelle de votre département d’ouvrir votre compte, avec le courriel que connaît
        votre fournisseur d’identité. Vous pourrez ensuite vous connecter de la même façon.
      </p>
      <LienBouton href="/connexion">Revenir à la connexion</LienBouton>
    </Seuil>
  );
}
