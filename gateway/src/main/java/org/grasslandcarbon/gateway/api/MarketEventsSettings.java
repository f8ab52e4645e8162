// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Those who listen to markets: {@code grassland.market-events.*}.
 *
 * @param listeners how many; each holds a connection and up to a quarter of a megabyte
 * @param listenersPerAddress how many of one address
 * @param heartbeat after how long a silence is broken: proxies cut off what is silent for half a
 *     minute
 */
@ConfigurationProperties("grassland.market-events")
record MarketEventsSettings(
    @DefaultValue("500") int listeners,
    @DefaultValue("20") int listenersPerAddress,
    @DefaultValue("15s") Duration heartbeat) {}
