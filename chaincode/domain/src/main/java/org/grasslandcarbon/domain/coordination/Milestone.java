// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.LocalDate;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.value.Name;

/**
 * A step of a road map.
 *
 * @param due by when
 * @param title what will be so by then
 */
public record Milestone(
    @Means(en = "By when", zh = "节点日期") LocalDate due,
    @Means(en = "What will be so by then", zh = "节点内容") Name title) {}
