package io.github.carelet.store;

import io.github.carelet.booking.PartnerStore;
import io.github.carelet.booking.PartnerStoreContract;
import io.github.carelet.privacy.AuditTrail;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqlitePartnersTest extends PartnerStoreContract {

    @RegisterExtension
    private final SqliteStorage storage = new SqliteStorage();

    @Override
    protected PartnerStore partners() {
        return storage.get().partners();
    }

    @Override
    protected AuditTrail audit() {
        return storage.get().audit();
    }
}
