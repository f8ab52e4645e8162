// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * Whose emissions retired credits make good; need not be a participant.
 *
 * @param code its unified social credit code, when it has one
 * @param name in Chinese and English
 */
public record Beneficiary(
    @Means(en = "Unified social credit code, if any", zh = "统一社会信用代码（如有）")
        Optional<ParticipantId> code,
    @Means(en = "Name of the beneficiary", zh = "受益方名称") Name name) {}
