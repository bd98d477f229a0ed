-- A digest of the network from which a client registered, so that unused clients are shared out by network.
-- Absent once somebody has granted the client something.
ALTER TABLE host_client ADD COLUMN network TEXT;
