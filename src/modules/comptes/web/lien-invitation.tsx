import { Avis } from '#web/ui/message.tsx';

/** Le lien de mot de passe, montré une fois à qui l'a créé. */
export function LienInvitation({ lien }: { lien: string }) {
  return (
    <Avis ton="fait" titre="Lien à remettre à l’agent" annonce>
      <p>
        <code>{lien}</code>
      </p>
      <p>
        Il vaut 72 heures et une seule fois, et ne sera plus montré. Remettez-le en main propre ou par un moyen sûr.
      </p>
    </Avis>
  );
}
