// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * How a cap, or the rest that a minimum share leaves, stands.
 *
 * @param base the base that would have to be known, where it is not
 * @param cap its name
 * @param left what may still be used
 * @param limit the most that may be used
 * @param used what was used
 */
public record CapLeft(
    Optional<OffsetBase> base,
    @Most(CreditCondition.KIND_MOST) String cap,
    Optional<Tonnes> left,
    Optional<Tonnes> limit,
    Tonnes used) {}
