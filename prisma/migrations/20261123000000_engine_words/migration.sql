-- New words in enums come in a migration of their own: Postgres cannot use them in the transaction that adds them.
ALTER TYPE "link_purpose" ADD VALUE 'BOOKING';
ALTER TYPE "registration_access" ADD VALUE 'INVITED_FIRST';
