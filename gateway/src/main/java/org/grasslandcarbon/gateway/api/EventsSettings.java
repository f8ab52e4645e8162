// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Those who listen to what happens on the ledger: {@code grassland.events.*}.
 *
 * @param listeners how many; each holds a connection and up to a quarter of a megabyte
 * @param listenersPerCaller how many of one participant, or of one address without a login
 * @param heartbeat after how long a silence is broken: proxies cut off what is silent for half a
 *     minute
 * @param backlog how many acts of the ledger, whoever may see them, are looked through for somebody
 *     who comes again: at some thousand a second
 */
@ConfigurationProperties("grassland.events")
record EventsSettings(
    @DefaultValue("500") int listeners,
    @DefaultValue("10") int listenersPerCaller,
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("20000") int backlog) {}
