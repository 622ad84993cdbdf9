-- Which telling of the story a trial was planted from. None: from one before they were counted.
alter table partnership add column story integer check (story is null or kind = 'trial');
