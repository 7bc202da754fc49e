-- Who was quoted most in each month.
WITH counted AS (
    SELECT strftime(published, '%Y-%m') AS month, speaker_name, count(*) AS quotes
    FROM read_parquet($quotes) JOIN read_parquet($articles) USING (article_id)
    WHERE speaker_kind = 'person' AND published IS NOT NULL
    GROUP BY month, speaker_name
)
SELECT month, speaker_name, quotes
FROM counted
QUALIFY row_number() OVER (PARTITION BY month ORDER BY quotes DESC, speaker_name) = 1
ORDER BY month
