// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many tokens are remembered: {@code grassland.tokens.*}.
 *
 * @param perParticipantMost used tokens of one participant, ten a second for as long as a token can
 *     be valid; beyond it this participant, and nobody else, waits until some are forgotten
 * @param most of all participants together, some 50 MB; beyond it those who have used {@value
 *     ReplayCache#MODEST} or more wait
 */
@ConfigurationProperties("grassland.tokens")
record TokenSettings(
    @DefaultValue("3600") int perParticipantMost, @DefaultValue("400000") int most) {}
