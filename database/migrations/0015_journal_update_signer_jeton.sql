-- Une connexion s'inscrit au journal sous marelle_comptes, qui ne voit pas le schéma acces : la fonction s'exécute, comme
-- « chainer », au nom de son propriétaire. Sans cela plus personne ne se connecte.
alter function journal.signer_jeton() security definer;
