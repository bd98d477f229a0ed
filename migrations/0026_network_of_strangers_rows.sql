-- A digest of the network from which a row came, so that what strangers may fill is shared out by network.
ALTER TABLE sign_in_attempt ADD COLUMN network TEXT;
ALTER TABLE wallet_nonce ADD COLUMN network TEXT;

CREATE INDEX sign_in_attempt_by_network ON sign_in_attempt (network, expires_at, secret_hash);
CREATE INDEX wallet_nonce_by_network ON wallet_nonce (network, expires_at, nonce_hash);
