// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one sender or reader may take of the gateway: {@code grassland.limits.*}.
 *
 * @param connectionsPerAddress open connections from one address; trusted proxies have any number
 * @param threadsKept threads of the server that those who show no token and send no instruction do
 *     not get
 * @param bodyWithin how long a body may take, other than a file
 * @param fileWithin how long a file may take
 * @param bodyBytesPerSecond the least rate of a body, after {@value Receiving#GRACE_SECONDS}
 *     seconds
 * @param answerWithin how long an answer may take to be fetched, beside the time that its length
 *     needs at the least rate
 * @param answerBytesPerSecond the least rate at which an answer is to be fetched
 * @param exportsAtATime exports that are being made
 * @param exportWithin how long an export may take to be made
 */
@ConfigurationProperties("grassland.limits")
record EdgeSettings(
    @DefaultValue("64") int connectionsPerAddress,
    @DefaultValue("40") int threadsKept,
    @DefaultValue("30s") Duration bodyWithin,
    @DefaultValue("5m") Duration fileWithin,
    @DefaultValue("1KB") DataSize bodyBytesPerSecond,
    @DefaultValue("30s") Duration answerWithin,
    @DefaultValue("32KB") DataSize answerBytesPerSecond,
    @DefaultValue("4") int exportsAtATime,
    @DefaultValue("60s") Duration exportWithin) {}
