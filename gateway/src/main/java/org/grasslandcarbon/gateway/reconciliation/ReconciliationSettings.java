// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often everything is held against each other: {@code grassland.reconciliation.*}.
 *
 * @param every how long to rest between one round over everything and the next. What new
 *     instructions have moved is looked at within seconds, whatever this says.
 * @param confirmAfter how long a record must differ from the peer's state before it is told: a peer
 *     hands out a block a moment before its state has it
 */
@ConfigurationProperties("grassland.reconciliation")
public record ReconciliationSettings(
    @DefaultValue("10m") Duration every, @DefaultValue("5s") Duration confirmAfter) {}
